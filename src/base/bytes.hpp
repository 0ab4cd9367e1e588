// Tables to bytes and back, for what the build step puts into the executable. Same machine only: no byte order.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace treatycheck {

class ByteWriter {
public:
    void number(std::uint32_t n) { out_.append(reinterpret_cast<const char*>(&n), sizeof n); }
    void text(std::string_view s) {
        number(static_cast<std::uint32_t>(s.size()));
        out_.append(s);
    }
    void texts(const std::vector<std::string>& list) {
        number(static_cast<std::uint32_t>(list.size()));
        for (const std::string& s : list) text(s);
    }
    template <class T>
    void plain(const std::vector<T>& list) {
        static_assert(std::is_trivially_copyable_v<T>);
        number(static_cast<std::uint32_t>(list.size()));
        out_.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
    }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

// Reads what ByteWriter wrote. Anything cut short leaves empty values and finished() false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
    std::uint32_t number() {
        std::uint32_t n = 0;
        if (const char* from = claim(sizeof n)) std::memcpy(&n, from, sizeof n);
        return n;
    }
    void text(std::string& s) {
        const std::uint32_t size = number();
        if (const char* from = claim(size)) s.assign(from, size);
    }
    void texts(std::vector<std::string>& list) {
        const std::uint32_t count = number();
        if (count > bytes_.size()) broken_ = true;
        if (!broken_) list.reserve(count);
        for (std::uint32_t i = 0; i < count && !broken_; ++i) text(list.emplace_back());
    }
    template <class T>
    void plain(std::vector<T>& list) {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::uint32_t count = number();
        const char* from = claim(std::size_t{count} * sizeof(T));
        if (from == nullptr) return;
        list.resize(count);
        if (count != 0) std::memcpy(static_cast<void*>(list.data()), from, std::size_t{count} * sizeof(T));
    }
    bool finished() const { return !broken_ && bytes_.empty(); }
    bool broken() const { return broken_; }

private:
    const char* claim(std::size_t size) {
        if (broken_ || size > bytes_.size()) {
            broken_ = true;
            return nullptr;
        }
        const char* from = bytes_.data();
        bytes_.remove_prefix(size);
        return from;
    }
    std::string_view bytes_;
    bool broken_ = false;
};

}  // namespace treatycheck
