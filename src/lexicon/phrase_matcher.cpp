#include <algorithm>
#include <array>
#include <unordered_set>

#include "lexicon/lexicon.hpp"
#include "lexicon/symbols.hpp"

namespace treatycheck {
namespace {

bool is_number_word(std::string_view word) {
    if (!word.empty() && word[0] >= '0' && word[0] <= '9') return true;
    static constexpr std::array<std::string_view, 31> kNumbers{
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
        "thousand", "half", "dozen"};
    return std::find(kNumbers.begin(), kNumbers.end(), word) != kNumbers.end();
}

}  // namespace

// Symbols of each different word, worked out once; then a walk of the trie from every word that can begin a phrase.
class PhraseMatcher {
public:
    PhraseMatcher(const Lexicon& lexicon, const Words& words) : lexicon_(lexicon), words_(words) { classify(); }

    void match_range(WordRange range, std::vector<Mention>& out) {
        for (std::uint32_t i = range.first.value; i < range.last.value; ++i) {
            if (can_begin_[words_.words[i].id.value]) walk(i, range.last.value, out);
        }
    }

private:
    void classify() {
        const std::uint32_t n = words_.vocabulary.size();
        literal_.assign(n, kNone);
        prefix_begin_.assign(n + 1, 0);
        number_.assign(n, 0);
        can_begin_.assign(n, 0);
        for (std::uint32_t w = 0; w < n; ++w) {
            const std::string_view spelling = words_.vocabulary.spelling(WordId(w));
            const auto found = std::lower_bound(lexicon_.literals_.begin(), lexicon_.literals_.end(), spelling);
            if (found != lexicon_.literals_.end() && *found == spelling) {
                literal_[w] = static_cast<std::uint32_t>(found - lexicon_.literals_.begin());
            }
            prefix_begin_[w] = static_cast<std::uint32_t>(prefixes_.size());
            add_prefixes(spelling);
            number_[w] = is_number_word(spelling);
        }
        prefix_begin_[n] = static_cast<std::uint32_t>(prefixes_.size());
        for (std::uint32_t w = 0; w < n; ++w) can_begin_[w] = begins(w);
    }

    // Every prefix of the lexicon that the word begins with: for each length one binary search.
    void add_prefixes(std::string_view word) {
        for (std::size_t size = 1; size <= word.size(); ++size) {
            const std::string_view head = word.substr(0, size);
            const auto found = std::lower_bound(lexicon_.prefixes_.begin(), lexicon_.prefixes_.end(), head);
            if (found == lexicon_.prefixes_.end()) break;
            if (*found == head) prefixes_.push_back(static_cast<std::uint32_t>(found - lexicon_.prefixes_.begin()));
            else if (!found->starts_with(head)) break;
        }
    }

    bool begins(std::uint32_t w) const {
        if (literal_[w] != kNone && edge(0, literal_[w]) != kNone) return true;
        for (std::uint32_t p = prefix_begin_[w]; p < prefix_begin_[w + 1]; ++p) {
            if (edge(0, kPrefixSymbol + prefixes_[p]) != kNone) return true;
        }
        return number_[w] && edge(0, kNumberSymbol) != kNone;
    }

    std::uint32_t edge(std::uint32_t node, std::uint32_t symbol) const {
        const auto begin = lexicon_.edges_.begin() + lexicon_.nodes_[node].edge_begin, end = lexicon_.edges_.begin() + lexicon_.nodes_[node].edge_end;
        const auto found = std::lower_bound(begin, end, symbol, [](const Lexicon::Edge& e, std::uint32_t s) { return e.symbol < s; });
        return found != end && found->symbol == symbol ? found->node : kNone;
    }

    struct Visit {
        std::uint32_t node, at;
        bool past_gap;
    };

    void walk(std::uint32_t start, std::uint32_t limit, std::vector<Mention>& out) {
        stack_.clear();
        if (!seen_.empty()) seen_.clear();
        stack_.push_back({0, start, false});
        while (!stack_.empty()) {
            const Visit v = stack_.back();
            stack_.pop_back();
            const Lexicon::Node& node = lexicon_.nodes_[v.node];
            for (std::uint32_t f = node.final_begin; f < node.final_end; ++f) {
                out.push_back({ConceptId(lexicon_.finals_[f]), {WordIndex(start), WordIndex(v.at)}});
            }
            for (std::uint32_t e = node.edge_end; e-- > node.edge_begin && lexicon_.edges_[e].symbol >= kGapSymbol;) {
                const std::uint32_t most = lexicon_.edges_[e].symbol - kGapSymbol;
                const std::uint32_t end = std::min(limit, v.at + most + 1);
                for (std::uint32_t at = v.at; at < end; ++at) step(lexicon_.edges_[e].node, at, true);
            }
            if (v.at < limit) step(v.node, v.at, v.past_gap);
        }
    }

    void step(std::uint32_t node, std::uint32_t at, bool past_gap) {
        const std::uint32_t w = words_.words[at].id.value;
        if (literal_[w] != kNone) push(edge(node, literal_[w]), at + 1, past_gap);
        for (std::uint32_t p = prefix_begin_[w]; p < prefix_begin_[w + 1]; ++p) {
            push(edge(node, kPrefixSymbol + prefixes_[p]), at + 1, past_gap);
        }
        if (number_[w]) push(edge(node, kNumberSymbol), at + 1, past_gap);
    }

    // Several ways lead to one place only across a gap; going on from there once keeps "a ... b ... c" linear.
    void push(std::uint32_t node, std::uint32_t at, bool past_gap) {
        if (node == kNone) return;
        if (past_gap && !seen_.insert(std::uint64_t{node} << 32 | at).second) return;
        stack_.push_back({node, at, past_gap});
    }

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    const Lexicon& lexicon_;
    const Words& words_;
    std::vector<std::uint32_t> literal_, prefix_begin_, prefixes_;
    std::vector<char> number_, can_begin_;
    std::vector<Visit> stack_;
    std::unordered_set<std::uint64_t> seen_;
};

ConceptId Lexicon::find(std::string_view name) const {
    const auto found = std::lower_bound(concepts_.begin(), concepts_.end(), name);
    return found != concepts_.end() && *found == name ? ConceptId(static_cast<std::size_t>(found - concepts_.begin())) : ConceptId();
}

std::vector<Mention> Lexicon::match(const Words& words, const std::vector<WordRange>& ranges) const {
    std::vector<Mention> raw;
    if (nodes_.empty()) return raw;
    PhraseMatcher matcher(*this, words);
    for (const WordRange range : ranges) matcher.match_range(range, raw);
    std::sort(raw.begin(), raw.end(), [](const Mention& a, const Mention& b) {
        if (a.words.first != b.words.first) return a.words.first < b.words.first;
        return a.concept_id != b.concept_id ? a.concept_id < b.concept_id : a.words.last < b.words.last;
    });
    std::vector<WordIndex> taken_until(concepts_.size(), WordIndex(0u));
    std::erase_if(raw, [&taken_until](const Mention& m) {
        WordIndex& until = taken_until[m.concept_id.value];
        if (m.words.first < until) return true;
        until = m.words.last;
        return false;
    });
    return raw;
}

}  // namespace treatycheck
