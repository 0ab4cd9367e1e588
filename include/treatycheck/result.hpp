// A value, or what went wrong outside the program: a missing file, a broken archive, a bad rule pack.
//
// Odd things *inside* a treaty are never errors: every text has a Document. Bugs of ours abort (base/check.hpp).
// The member names are those of std::expected, so that changing over is one line.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace treatycheck {

enum class ErrorCode {
    NotFound,      // no such file, folder without texts
    Unreadable,    // permissions, I/O
    Unsupported,   // a type of file this program does not read
    Malformed,     // the right type, but broken
    TooLarge,      // over a limit that keeps memory and time bounded
    BadPack,       // rule pack, lexicon or source list
    BadUsage,      // flags, configuration
};

// The slug printed in JSON: "not-found", "too-large", ...
const char* slug_of(ErrorCode code);

struct Error {
    ErrorCode code;
    std::string subject;  // the offending thing as the user knows it: a path, "pack.yml:12:3", a flag
    std::string message;  // what is wrong and what to do, lower case, no full stop
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
    Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

    bool has_value() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return has_value(); }
    T& value() { return std::get<T>(state_); }
    const T& value() const { return std::get<T>(state_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const { return std::get<Error>(state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace treatycheck
