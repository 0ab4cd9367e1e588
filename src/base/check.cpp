#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

#include "treatycheck/result.hpp"

namespace treatycheck {

void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "treatycheck: internal error at %s:%d: %s\n", file, line, condition);
    std::abort();
}

const char* slug_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::NotFound: return "not-found";
        case ErrorCode::Unreadable: return "unreadable";
        case ErrorCode::Unsupported: return "unsupported";
        case ErrorCode::Malformed: return "malformed";
        case ErrorCode::TooLarge: return "too-large";
        case ErrorCode::BadPack: return "bad-pack";
        case ErrorCode::BadUsage: return "bad-usage";
    }
    return "unknown";
}

}  // namespace treatycheck
