#include <algorithm>
#include <array>
#include <cctype>

#include "readers/readers.hpp"

namespace treatycheck {
namespace {

struct Ending {
    std::string_view ending;
    MediaType type;
};
constexpr std::array<Ending, 13> kEndings{{{".txt", MediaType::Plain}, {".text", MediaType::Plain}, {".md", MediaType::Markdown},
                                          {".markdown", MediaType::Markdown}, {".html", MediaType::Html},
                                          {".htm", MediaType::Html}, {".xhtml", MediaType::Html}, {".xml", MediaType::Xml},
                                          {".akn", MediaType::Xml}, {".fmx", MediaType::Xml}, {".json", MediaType::Json},
                                          {".docx", MediaType::Docx}, {".pdf", MediaType::Pdf}}};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

MediaType type_of_name(std::string_view name) {
    const std::string low = lower(name);
    for (const Ending& e : kEndings) {
        if (low.ends_with(e.ending)) return e.type;
    }
    return MediaType::Unknown;
}

}  // namespace

MediaType media_type_of(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("%PDF-")) return MediaType::Pdf;
    if (bytes.starts_with("PK\x03\x04")) return MediaType::Docx;
    const MediaType named = type_of_name(name);
    std::string_view head = bytes.substr(0, 1024);
    while (!head.empty() && (std::isspace(static_cast<unsigned char>(head.front())) != 0 || head.starts_with("\xEF\xBB\xBF"))) {
        head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 1);
    }
    const std::string low = lower(head);
    const bool html = low.starts_with("<!doctype html") || low.find("<html") != std::string::npos;
    if (html && named != MediaType::Markdown && named != MediaType::Plain) return MediaType::Html;
    if (low.starts_with("<?xml")) return MediaType::Xml;
    if (named != MediaType::Unknown && named != MediaType::Pdf && named != MediaType::Docx) return named;
    if (low.starts_with("{") || low.starts_with("[{")) return MediaType::Json;
    return MediaType::Plain;
}

}  // namespace treatycheck
