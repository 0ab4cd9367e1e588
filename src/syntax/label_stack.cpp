#include "syntax/label_stack.hpp"

#include <algorithm>

namespace treatycheck {
namespace {

constexpr int kDepth = 6;
constexpr std::size_t kBeam = 20;

struct Level {
    std::uint8_t style = 0;         // scheme, form and case together
    std::uint16_t value = 0;
    friend bool operator==(const Level&, const Level&) = default;
};

struct State {
    std::array<Level, kDepth> stack{};
    std::uint8_t depth = 0;
    float cost = 0;
    std::uint32_t history = 0;      // index into the history of decisions; 0 is the start
};

struct Step {
    std::uint32_t before = 0;
    MarkDecision decision;
};

std::uint8_t style_of(const Mark& mark, const MarkReading& reading) {
    return static_cast<std::uint8_t>((static_cast<unsigned>(reading.scheme) << 3) | (static_cast<unsigned>(mark.form) << 1) |
                                     (reading.upper ? 1u : 0u));
}

float cost_of_body(const MarkAt& at) {
    switch (at.place) {
        case MarkPlace::NewParagraph: return at.sign_before == 0 || at.sign_before == ',' ? 4.0f : 5.0f;
        case MarkPlace::LineStart: return at.sign_before == 0 ? 0.7f : at.sign_before == ',' ? 1.5f : 4.0f;
        case MarkPlace::AfterMark: return 3.0f;
        case MarkPlace::Inline: return 0.9f;
    }
    return 0;
}

float cost_of_looks(const MarkAt& at, const MarkReading& reading) {
    float cost = 0;
    if (at.place == MarkPlace::LineStart && at.sign_before == 0) cost += 1.5f;
    if (at.place == MarkPlace::Inline) cost += 0.3f;
    if (reading.upper) cost += 0.8f;
    if (reading.scheme == NumberScheme::Roman) cost += 0.15f;
    if (at.mark.form == MarkForm::Dot && reading.scheme != NumberScheme::Decimal) cost += 0.4f;
    return cost;
}

class Search {
public:
    explicit Search(const std::vector<MarkAt>& marks) : marks_(marks) {
        steps_.push_back({});
        beam_.push_back({});
    }

    std::vector<MarkDecision> run() {
        for (const MarkAt& mark : marks_) advance(mark);
        std::vector<MarkDecision> decisions(marks_.size());
        std::uint32_t at = std::min_element(beam_.begin(), beam_.end(), cheaper)->history;
        for (std::size_t i = marks_.size(); i-- > 0;) {
            decisions[i] = steps_[at].decision;
            at = steps_[at].before;
        }
        return decisions;
    }

private:
    static bool cheaper(const State& a, const State& b) { return a.cost < b.cost; }

    void advance(const MarkAt& at) {
        next_.clear();
        for (const State& state : beam_) {
            push(state, cost_of_body(at), {});
            for (std::uint8_t r = 0; r < at.mark.reading_count; ++r) extend(state, at, r);
        }
        std::stable_sort(next_.begin(), next_.end(), cheaper);
        beam_.clear();
        for (const State& state : next_) {
            const bool known = std::any_of(beam_.begin(), beam_.end(), [&state](const State& s) {
                return s.depth == state.depth && std::equal(s.stack.begin(), s.stack.begin() + s.depth, state.stack.begin());
            });
            if (!known) beam_.push_back(state);
            if (beam_.size() == kBeam) break;
        }
        for (State& state : beam_) {
            steps_.push_back({pending_[state.history].before, pending_[state.history].decision});
            state.history = static_cast<std::uint32_t>(steps_.size() - 1);
        }
        pending_.clear();
    }

    void extend(const State& state, const MarkAt& at, std::uint8_t r) {
        const MarkReading& reading = at.mark.readings[r];
        const std::uint8_t style = style_of(at.mark, reading);
        const float looks = cost_of_looks(at, reading);
        bool style_open = false;
        for (int level = state.depth; level-- > 0;) {
            const Level& open = state.stack[static_cast<std::size_t>(level)];
            if (open.style != style) continue;
            style_open = true;
            const float pops = 0.05f * static_cast<float>(state.depth - 1 - level);
            State grown = state;
            grown.depth = static_cast<std::uint8_t>(level + 1);
            grown.stack[static_cast<std::size_t>(level)].value = reading.value;
            push(grown, looks + pops + cost_of_number(open.value, reading.value), {static_cast<std::int8_t>(level), r});
        }
        if (state.depth < kDepth) {
            State grown = state;
            grown.stack[grown.depth] = {style, reading.value};
            ++grown.depth;
            const float first = reading.value == 1 ? 0.3f : 4.5f;
            const float again = style_open ? 1.5f : 0.0f;
            push(grown, looks + first + again, {static_cast<std::int8_t>(state.depth), r});
        }
        // A new list in place of one that has ended: "(a) (b)" after an earlier "(i) (ii)" of the same paragraph.
        for (int level = state.depth; level-- > 0;) {
            if (state.stack[static_cast<std::size_t>(level)].style == style || reading.value != 1) continue;
            State grown = state;
            grown.depth = static_cast<std::uint8_t>(level + 1);
            grown.stack[static_cast<std::size_t>(level)] = {style, reading.value};
            const float price = level == 0 ? 1.6f : 0.8f;
            push(grown, looks + price, {static_cast<std::int8_t>(level), r});
        }
    }

    static float cost_of_number(std::uint16_t open, std::uint16_t value) {
        if (value == open + 1) return 0.0f;
        if (value > open) return std::min(1.2f + 0.6f * static_cast<float>(value - open), 9.0f);
        if (value == open) return 3.0f;   // "2 bis", or printed twice
        return value == 1 ? 3.5f : 6.0f;
    }

    void push(const State& state, float cost, MarkDecision decision) {
        State next = state;
        next.cost += cost;
        pending_.push_back({state.history, decision});
        next.history = static_cast<std::uint32_t>(pending_.size() - 1);
        next_.push_back(next);
    }

    const std::vector<MarkAt>& marks_;
    std::vector<Step> steps_, pending_;
    std::vector<State> beam_, next_;
};

}  // namespace

std::vector<MarkDecision> decide_labels(const std::vector<MarkAt>& marks) {
    if (marks.empty()) return {};
    return Search(marks).run();
}

}  // namespace treatycheck
