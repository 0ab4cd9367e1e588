// Printed numbers and list marks: "IV", "12 bis", "(a)", "1.", "（一）", "第十四条".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "syntax/document.hpp"

namespace treatycheck {

// The number after a heading word. "5 bis" is {5, "bis"}; "1.1" is {1, ".1"}; "IV" is {4, ""}.
struct HeadNumber {
    std::uint32_t value = 0;
    std::string suffix;
    NumberScheme scheme = NumberScheme::Decimal;
    std::uint32_t size = 0;  // bytes read

    std::string normalised() const { return std::to_string(value) + suffix; }
};
// At the start of `text`, which begins with the number. Decimal, Roman, Chinese, Arabic-Indic digits, and the words
// for "first" and the like ("premier", "PRIMERO", "الأولى").
std::optional<HeadNumber> read_head_number(std::string_view text);

// How a list mark is printed; marks of one list share it.
enum class MarkForm : std::uint8_t { Dot, Close, Both, Comma };

// One way to read a mark: "(i)" is the Roman 1 and the letter 9.
struct MarkReading {
    NumberScheme scheme = NumberScheme::Decimal;
    bool upper = false;
    std::uint16_t value = 0;
};

struct Mark {
    std::uint32_t size = 0;                // bytes, closing sign included
    MarkForm form = MarkForm::Dot;
    std::array<MarkReading, 2> readings{};
    std::uint8_t reading_count = 0;
    std::string number;                    // normalised: "2", "a", "ii", "3bis"; Chinese and Arabic as digits or letters
};
// At the start of `text`. Nothing when the text does not begin with a list mark, or goes on like "2.5" or "1.1".
std::optional<Mark> read_mark(std::string_view text);

// 0 when the text is no number of the scheme.
std::uint32_t roman_value(std::string_view text);
std::uint32_t chinese_value(std::string_view text, std::uint32_t* size);

}  // namespace treatycheck
