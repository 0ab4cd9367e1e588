#include <cstring>

#include "text/words.hpp"

namespace treatycheck {
namespace {

// FNV-1a over eight bytes at a time would be faster still; words are short and this is not the hot spot.
std::uint32_t hash_of(std::string_view word) {
    std::uint32_t hash = 2166136261u;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

}  // namespace

std::uint32_t Vocabulary::slot_of(std::string_view folded, std::uint32_t hash) const {
    const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
    for (std::uint32_t slot = (hash * 0x9E3779B1u) & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == 0) return slot;
        const Entry& entry = entries_[slots_[slot] - 1];
        if (entry.hash == hash && entry.size == folded.size() &&
            std::memcmp(letters_.data() + entry.begin, folded.data(), folded.size()) == 0) {
            return slot;
        }
    }
}

void Vocabulary::grow() {
    const std::size_t size = slots_.empty() ? 1024 : slots_.size() * 2;
    slots_.assign(size, 0);
    const auto mask = static_cast<std::uint32_t>(size - 1);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        std::uint32_t slot = (entries_[i].hash * 0x9E3779B1u) & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = i + 1;
    }
}

WordId Vocabulary::intern(std::string_view folded) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(folded);
    const std::uint32_t slot = slot_of(folded, hash);
    if (slots_[slot] == 0) {
        entries_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size()), hash});
        letters_.append(folded);
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
    }
    return WordId(slots_[slot] - 1);
}

WordId Vocabulary::find(std::string_view folded) const {
    if (slots_.empty()) return {};
    const std::uint32_t slot = slot_of(folded, hash_of(folded));
    return slots_[slot] == 0 ? WordId() : WordId(slots_[slot] - 1);
}

std::string_view Vocabulary::spelling(WordId id) const {
    const Entry& entry = entries_[id.value];
    return std::string_view(letters_).substr(entry.begin, entry.size);
}

}  // namespace treatycheck
