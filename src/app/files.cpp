#include "app/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace treatycheck {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

bool has_text_ending(const fs::path& path) {
    static const std::vector<std::string> endings{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".xml", ".akn", ".json"};
    std::string ending = path.extension().string();
    for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::string reason() { return std::strerror(errno); }

}  // namespace

Result<std::string> read_file(const std::string& path) {
    std::error_code ignored;
    if (path != "-" && !fs::exists(path, ignored)) return Error{ErrorCode::NotFound, path, "no such file; check the name"};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"), [](std::FILE* f) { return f == stdin ? 0 : std::fclose(f); });
    if (!file) return Error{ErrorCode::Unreadable, path, "cannot be opened: " + reason()};
    std::string bytes;
    if (const auto size = fs::file_size(path, ignored); path != "-" && size != static_cast<std::uintmax_t>(-1)) {
        if (size > kMostBytes) return Error{ErrorCode::TooLarge, path, "the file is larger than 1 GiB; split it"};
        bytes.reserve(size);
    }
    char buffer[1 << 16];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, file.get())) {
        bytes.append(buffer, n);
        if (bytes.size() > kMostBytes) return Error{ErrorCode::TooLarge, path, "the input is larger than 1 GiB; split it"};
    }
    if (std::ferror(file.get()) != 0) return Error{ErrorCode::Unreadable, path, "cannot be read: " + reason()};
    return bytes;
}

Inputs find_inputs(const std::vector<std::string>& paths) {
    Inputs inputs;
    for (const std::string& path : paths) {
        std::error_code failed;
        if (path == "-" || !fs::is_directory(path, failed)) {
            inputs.files.push_back(path);
            continue;
        }
        std::vector<std::string> found;
        for (auto entry = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, failed); !failed && entry != fs::recursive_directory_iterator();
             entry.increment(failed)) {
            std::error_code ignored;
            if (entry->is_regular_file(ignored) && has_text_ending(entry->path())) found.push_back(entry->path().string());
        }
        std::sort(found.begin(), found.end());
        if (found.empty()) inputs.errors.push_back({ErrorCode::NotFound, path, "no texts in this folder (.txt .md .html ...)"});
        inputs.files.insert(inputs.files.end(), found.begin(), found.end());
    }
    return inputs;
}

Result<bool> write_file(const std::string& path, const std::string& bytes) {
    const std::string aside = path + ".treatycheck-part";
    std::FILE* file = std::fopen(aside.c_str(), "wb");
    if (file == nullptr) return Error{ErrorCode::Unreadable, path, "cannot be written: " + reason()};
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed || std::rename(aside.c_str(), path.c_str()) != 0) {
        const Error error{ErrorCode::Unreadable, path, "cannot be written: " + reason()};
        std::remove(aside.c_str());
        return error;
    }
    return true;
}

}  // namespace treatycheck
