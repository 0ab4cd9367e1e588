// TREATYCHECK_CHECK(condition): a bug of ours, not of the input. Says where and stops, in every build.
#pragma once

namespace treatycheck {
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}

#define TREATYCHECK_CHECK(condition) \
    ((condition) ? void(0) : ::treatycheck::check_failed(#condition, __FILE__, __LINE__))
