// The only file of this floor that sees yaml-cpp.
#include <yaml-cpp/yaml.h>

#include "lexicon/lexicon.hpp"

namespace treatycheck {
namespace {

std::string place(std::string_view name, const YAML::Mark& mark) {
    return std::string(name) + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
}

Error bad(std::string subject, std::string message) { return {ErrorCode::BadPack, std::move(subject), std::move(message)}; }

}  // namespace

Result<LexiconFile> read_lexicon_yaml(std::string_view bytes, std::string_view name) {
    try {
        const YAML::Node root = YAML::Load(std::string(bytes));
        if (!root.IsMap() || !root["language"] || !root["concepts"] || !root["concepts"].IsMap()) {
            return bad(std::string(name), "a lexicon needs 'language: ..' and 'concepts: {name: [phrases]}'");
        }
        LexiconFile file;
        file.language = root["language"].as<std::string>();
        for (const auto& entry : root["concepts"]) {
            LexiconConcept c;
            c.name = entry.first.as<std::string>();
            if (!entry.second.IsSequence() || entry.second.size() == 0) {
                return bad(place(name, entry.first.Mark()), "concept '" + c.name + "' needs a list of phrases");
            }
            for (const YAML::Node& phrase : entry.second) {
                c.phrases.push_back(phrase.as<std::string>());
                c.places.push_back(place(name, phrase.Mark()));
            }
            file.concepts.push_back(std::move(c));
        }
        return file;
    } catch (const YAML::Exception& e) {
        return bad(place(name, e.mark), "not readable as YAML: " + e.msg);
    }
}

}  // namespace treatycheck
