#include "app/knowledge.hpp"

#include <algorithm>
#include <filesystem>

#include "app/files.hpp"
#include "rules/builtin.hpp"

namespace treatycheck {
namespace {

bool lies_in(std::string_view name, const std::string& folder) { return name.starts_with(folder + "/"); }

void add_lexicon(std::string_view bytes, std::string_view name, std::vector<LexiconConcept>& concepts, std::vector<Error>& errors) {
    Result<LexiconFile> file = read_lexicon_yaml(bytes, name);
    if (!file) errors.push_back(file.error());
    else for (LexiconConcept& c : file->concepts) concepts.push_back(std::move(c));
}

std::vector<PackFile> builtin_pack(const std::string& id) {
    std::vector<PackFile> files;
    for (const BuiltinFile& f : builtin_files()) {
        if (lies_in(f.name, "rules/" + id)) files.push_back({std::string(f.name), f.bytes});
    }
    return files;
}

// The YAML files of a folder or one file; `held` keeps their bytes alive.
std::vector<PackFile> files_of(const std::string& path, std::vector<std::string>& held, std::vector<LexiconConcept>& concepts, std::vector<Error>& errors) {
    std::vector<std::string> names;
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path, failed)) {
            if (entry.path().extension() == ".yml" || entry.path().extension() == ".yaml") names.push_back(entry.path().string());
        }
        std::sort(names.begin(), names.end());
    } else {
        names.push_back(path);
    }
    held.reserve(held.size() + names.size());
    std::vector<PackFile> files;
    for (const std::string& name : names) {
        Result<std::string> bytes = read_file(name);
        if (!bytes) {
            errors.push_back(bytes.error());
            continue;
        }
        held.push_back(std::move(*bytes));
        if (name.find("/lexicon/") != std::string::npos) add_lexicon(held.back(), name, concepts, errors);
        else files.push_back({name, held.back()});
    }
    return files;
}

}  // namespace

Knowledge load_knowledge(const std::vector<std::string>& wanted) {
    Knowledge k;
    std::vector<LexiconConcept> concepts;
    for (const BuiltinFile& f : builtin_files()) {
        if (lies_in(f.name, "lexicon/en")) add_lexicon(f.bytes, f.name, concepts, k.errors);
        if (f.name == "sources.yml") {
            Result<Sources> sources = load_sources(f.bytes, f.name);
            if (sources) k.sources = std::move(*sources);
            else k.errors.push_back(sources.error());
        }
    }
    for (const std::string& id : wanted.empty() ? std::vector<std::string>{"human-rights"} : wanted) {
        std::vector<std::string> held;
        std::vector<PackFile> files = builtin_pack(id);
        if (files.empty()) {
            std::error_code failed;
            if (!std::filesystem::exists(id, failed)) {
                k.errors.push_back({ErrorCode::BadPack, id, "no built-in pack of that name and no such file or folder"});
                continue;
            }
            held.reserve(4096);
            files = files_of(id, held, concepts, k.errors);
        }
        PackLoad load = load_pack(files);
        k.errors.insert(k.errors.end(), load.errors.begin(), load.errors.end());
        k.packs.push_back(std::move(load.pack));
    }
    Result<Lexicon> lexicon = compile_lexicon("en", std::move(concepts));
    if (!lexicon) {
        k.errors.push_back(lexicon.error());
        return k;
    }
    k.lexicon = std::move(*lexicon);
    for (const Pack& pack : k.packs) {
        for (Error& e : check_names(pack, k.lexicon)) k.errors.push_back(std::move(e));
    }
    return k;
}

std::string_view sample_text(std::string_view name) {
    const std::string wanted = "samples/" + std::string(name.empty() ? "model-convention" : name) + ".en.txt";
    for (const BuiltinFile& f : builtin_files()) {
        if (f.name == wanted) return f.bytes;
    }
    return {};
}

std::vector<std::string> sample_names() {
    std::vector<std::string> names;
    for (const BuiltinFile& f : builtin_files()) {
        if (lies_in(f.name, "samples") && f.name.ends_with(".en.txt")) names.emplace_back(f.name.substr(8, f.name.size() - 15));
    }
    return names;
}

}  // namespace treatycheck
