#include "text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <memory>

#include "text/unicode.hpp"

namespace treatycheck {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// UTF-16/32 by byte-order mark or, for texts without one, by where the zero bytes stand. Empty: neither.
std::string_view wide_encoding(std::string_view b) {
    const auto starts = [b](std::string_view mark) { return b.substr(0, mark.size()) == mark; };
    if (starts(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
    if (starts(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
    if (starts("\xFF\xFE")) return "UTF-16LE";
    if (starts("\xFE\xFF")) return "UTF-16BE";
    std::size_t even = 0, odd = 0;
    const std::size_t window = std::min<std::size_t>(b.size(), 4096) & ~std::size_t{1};
    for (std::size_t i = 0; i < window; i += 2) {
        even += b[i] == 0;
        odd += b[i + 1] == 0;
    }
    if (window >= 4 && odd * 5 > window && even == 0) return "UTF-16LE";
    if (window >= 4 && even * 5 > window && odd == 0) return "UTF-16BE";
    return {};
}

std::string to_utf8(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter from(ucnv_open(encoding, &status), &ucnv_close);
    const Converter to(ucnv_open("UTF-8", &status), &ucnv_close);
    std::string out;
    if (U_FAILURE(status)) return out;
    out.resize(bytes.size() * 3 + 16);
    char* target = out.data();
    const char* source = bytes.data();
    UChar pivot[1024];
    UChar* pivot_source = pivot;
    UChar* pivot_target = pivot;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(), pivot,
                   &pivot_source, &pivot_target, pivot + 1024, true, true, &status);
    out.resize(static_cast<std::size_t>(target - out.data()));
    if (out.starts_with("\xEF\xBB\xBF")) out.erase(0, 3);
    return out;
}

std::string detected_encoding(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    if (U_FAILURE(status)) return "windows-1252";
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 64 * 1024));
    ucsdet_setText(detector.get(), bytes.data(), window, &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    const char* name = U_SUCCESS(status) && match != nullptr ? ucsdet_getName(match, &status) : nullptr;
    const std::string found = name != nullptr ? name : "windows-1252";
    // What calls itself ISO-8859-1 is nearly always windows-1252, its superset with curly quotes.
    return found == "ISO-8859-1" || found == "UTF-8" ? "windows-1252" : found;
}

struct Invalid {
    std::size_t count = 0;
    std::size_t first = 0;
};

Invalid count_invalid(std::string_view bytes) {
    Invalid invalid;
    std::size_t at = 0;
    for (;;) {
        const std::size_t bad = first_invalid_utf8(bytes.substr(at));
        if (bad == std::string_view::npos) return invalid;
        if (invalid.count++ == 0) invalid.first = at + bad;
        at += bad + 1;
    }
}

std::string replace_invalid(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + 64);
    while (true) {
        const std::size_t bad = first_invalid_utf8(bytes);
        out.append(bytes.substr(0, bad));
        if (bad == std::string_view::npos) return out;
        out.append("\xEF\xBF\xBD");
        bytes.remove_prefix(bad + 1);
    }
}

DecodedText converted(std::string_view bytes, const std::string& encoding) {
    DecodedText result;
    result.text = to_utf8(bytes, encoding.c_str());
    result.converted = true;
    result.notes.push_back({"encoding-converted", "the file is in " + encoding + "; it was read as such and converted to UTF-8"});
    return result;
}

}  // namespace

DecodedText decode_bytes(std::string_view bytes, std::string_view declared) {
    const std::string_view wide = wide_encoding(bytes);
    if (!wide.empty()) return converted(bytes, std::string(wide));
    DecodedText result;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        result.dropped = 3;
    }
    if (first_invalid_utf8(bytes) == std::string_view::npos) {
        result.text = std::string(bytes);
        return result;
    }
    const Invalid invalid = count_invalid(bytes);
    std::size_t high = 0;
    for (const char c : bytes) high += static_cast<unsigned char>(c) >= 0x80;
    // Mostly valid multi-byte sequences: UTF-8 with damage. Mostly lone high bytes: another encoding.
    if (result.dropped != 0 || invalid.count * 4 < high) {
        result.text = replace_invalid(bytes);
        result.converted = true;
        result.notes.push_back({"invalid-utf8", std::to_string(invalid.count) + " byte(s) are not valid UTF-8 (the first at byte " +
                                                    std::to_string(invalid.first) + ") and are shown as \xEF\xBF\xBD"});
        return result;
    }
    return converted(bytes, declared.empty() ? detected_encoding(bytes) : std::string(declared));
}

}  // namespace treatycheck
