// JSON as a stream: no tree is built, so that a thousand findings cost their bytes and no more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatycheck {

// Writes into a string it owns. Commas and quotes are its business; the caller opens and closes.
class JsonWriter {
public:
    JsonWriter& open_object() { return open('{'); }
    JsonWriter& close_object() { return close('}'); }
    JsonWriter& open_array() { return open('['); }
    JsonWriter& close_array() { return close(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);       // must be UTF-8; control characters are escaped
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
    JsonWriter& value(int number);
    JsonWriter& value(double number);
    JsonWriter& value(bool truth);
    JsonWriter& null();
    template <class T>
    JsonWriter& field(std::string_view name, const T& v) { return key(name).value(v); }
    JsonWriter& field(std::string_view name, const std::vector<std::string>& list);
    std::string take() { return std::move(out_); }
    const std::string& text() const { return out_; }

private:
    JsonWriter& open(char c);
    JsonWriter& close(char c);
    void comma();
    std::string out_;
    bool first_ = true;      // nothing yet in the innermost object or array
    bool after_key_ = false;
};

}  // namespace treatycheck
