// Phrases to sequences of symbols (alternatives spelled out), sequences to a trie.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/edit_distance.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/symbols.hpp"

namespace treatycheck {
namespace {

// One element of a phrase before words have symbols.
struct Element {
    enum class Kind : std::uint8_t { Word, Prefix, Number, Gap } kind = Kind::Word;
    std::string word;
    std::uint32_t gap = 0;
    friend bool operator==(const Element&, const Element&) = default;
};
using Sequence = std::vector<Element>;
constexpr std::size_t kMostAlternatives = 20000;

// Gaps that meet, as in "keep ... (it|) ... secret", are one gap of their sum.
void append(Sequence& left, const Sequence& right) {
    auto from = right.begin();
    const bool meet = !left.empty() && !right.empty() && left.back().kind == Element::Kind::Gap &&
                      from->kind == Element::Kind::Gap;
    if (meet) left.back().gap += (from++)->gap;
    left.insert(left.end(), from, right.end());
}

}  // namespace

class LexiconCompiler {
public:
    LexiconCompiler(std::string language, std::vector<LexiconConcept> concepts) : concepts_(std::move(concepts)) {
        lexicon_.language_ = std::move(language);
    }

    Result<Lexicon> run() {
        std::sort(concepts_.begin(), concepts_.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        for (const LexiconConcept& c : concepts_) {
            if (!lexicon_.concepts_.empty() && lexicon_.concepts_.back() == c.name) {
                return Error{ErrorCode::BadPack, c.places.empty() ? c.name : c.places[0], "concept '" + c.name + "' is defined twice"};
            }
            lexicon_.concepts_.push_back(c.name);
        }
        sequences_.resize(concepts_.size());
        state_.resize(concepts_.size(), State::New);
        for (std::size_t i = 0; i < concepts_.size(); ++i) {
            if (!expand(i)) return *error_;
        }
        give_symbols();
        build_trie();
        return std::move(lexicon_);
    }

private:
    enum class State : std::uint8_t { New, Open, Done };

    bool fail(const std::string& place, std::string message) {
        error_ = Error{ErrorCode::BadPack, place, std::move(message)};
        return false;
    }

    bool expand(std::size_t i) {
        if (state_[i] == State::Done) return true;
        const LexiconConcept& c = concepts_[i];
        if (state_[i] == State::Open) return fail(c.places[0], "concept '" + c.name + "' refers to itself");
        state_[i] = State::Open;
        for (std::size_t p = 0; p < c.phrases.size(); ++p) {
            std::size_t at = 0;
            std::vector<Sequence> alternatives;
            if (!parse(c.phrases[p], at, c.places[p], 0, alternatives)) return false;
            if (at != c.phrases[p].size()) return fail(c.places[p], "')' without '(' in '" + c.phrases[p] + "'");
            for (Sequence& s : alternatives) {
                if (s.empty()) return fail(c.places[p], "'" + c.phrases[p] + "' can be empty");
                if (s.front().kind == Element::Kind::Gap || s.back().kind == Element::Kind::Gap) {
                    return fail(c.places[p], "'" + c.phrases[p] + "' begins or ends with '...'");
                }
                sequences_[i].push_back(std::move(s));
            }
            if (sequences_[i].size() > kMostAlternatives) return fail(c.places[p], "concept '" + c.name + "' has too many alternatives");
        }
        state_[i] = State::Done;
        return true;
    }

    // Alternatives up to ')' or the end. Nesting is bounded so that a hostile pack cannot exhaust the stack.
    bool parse(const std::string& phrase, std::size_t& at, const std::string& place, int depth, std::vector<Sequence>& out) {
        if (depth > 8) return fail(place, "parentheses are nested too deeply in '" + phrase + "'");
        std::vector<Sequence> current{{}};
        while (at < phrase.size() && phrase[at] != ')') {
            if (phrase[at] == '|') {
                ++at;
                out.insert(out.end(), current.begin(), current.end());
                current.assign(1, {});
                continue;
            }
            if (phrase[at] == ' ') {
                ++at;
                continue;
            }
            std::vector<Sequence> next;
            if (!parse_one(phrase, at, place, depth, next)) return false;
            if (current.size() * next.size() > kMostAlternatives) return fail(place, "too many alternatives in '" + phrase + "'");
            std::vector<Sequence> joined;
            for (const Sequence& left : current) {
                for (const Sequence& right : next) {
                    joined.push_back(left);
                    append(joined.back(), right);
                }
            }
            current = std::move(joined);
        }
        out.insert(out.end(), current.begin(), current.end());
        return true;
    }

    bool parse_one(const std::string& phrase, std::size_t& at, const std::string& place, int depth, std::vector<Sequence>& out) {
        if (phrase[at] == '(') {
            ++at;
            if (!parse(phrase, at, place, depth + 1, out)) return false;
            if (at >= phrase.size()) return fail(place, "'(' is not closed in '" + phrase + "'");
            ++at;
            return true;
        }
        const std::size_t end = std::min(phrase.find_first_of(" |()", at), phrase.size());
        const std::string token = phrase.substr(at, end - at);
        at = end;
        if (token[0] == '@') return parse_concept(token.substr(1), place, out);
        if (token.starts_with("...")) {
            const std::string digits = token.substr(3);
            if (digits.size() > 2 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
                return fail(place, "'" + token + "' is no gap; write '...' or '...12'");
            }
            out = {{Element{Element::Kind::Gap, "", digits.empty() ? 6u : static_cast<std::uint32_t>(std::stoul(digits))}}};
            return true;
        }
        if (token == "#") {
            out = {{Element{Element::Kind::Number, "", 0}}};
            return true;
        }
        return parse_words(token, place, out);
    }

    bool parse_concept(const std::string& name, const std::string& place, std::vector<Sequence>& out) {
        const auto found = std::find(lexicon_.concepts_.begin(), lexicon_.concepts_.end(), name);
        if (found == lexicon_.concepts_.end()) return fail(place, "no concept '" + name + "'" + did_you_mean(name, lexicon_.concepts_));
        const auto index = static_cast<std::size_t>(found - lexicon_.concepts_.begin());
        if (!expand(index)) return false;
        out = sequences_[index];
        return true;
    }

    // A token may be several words for the splitter: "real-time".
    bool parse_words(const std::string& token, const std::string& place, std::vector<Sequence>& out) {
        const bool prefix = token.back() == '*';
        const Words words = split_words(prefix ? std::string_view(token).substr(0, token.size() - 1) : std::string_view(token));
        if (words.words.empty()) return fail(place, "'" + token + "' holds no word");
        Sequence sequence;
        for (std::uint32_t i = 0; i < words.words.size(); ++i) {
            const bool last = i + 1 == words.words.size();
            sequence.push_back({prefix && last ? Element::Kind::Prefix : Element::Kind::Word, std::string(words.spelling(WordIndex(i))), 0});
        }
        out = {std::move(sequence)};
        return true;
    }

    void give_symbols() {
        for (const auto& list : sequences_) {
            for (const Sequence& s : list) {
                for (const Element& e : s) {
                    if (e.kind == Element::Kind::Word) lexicon_.literals_.push_back(e.word);
                    if (e.kind == Element::Kind::Prefix) lexicon_.prefixes_.push_back(e.word);
                }
            }
        }
        for (auto* names : {&lexicon_.literals_, &lexicon_.prefixes_}) {
            std::sort(names->begin(), names->end());
            names->erase(std::unique(names->begin(), names->end()), names->end());
        }
    }

    std::uint32_t symbol_of(const Element& e) const {
        const auto index = [](const std::vector<std::string>& names, const std::string& word) {
            return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), word) - names.begin());
        };
        switch (e.kind) {
            case Element::Kind::Word: return index(lexicon_.literals_, e.word);
            case Element::Kind::Prefix: return kPrefixSymbol + index(lexicon_.prefixes_, e.word);
            case Element::Kind::Number: return kNumberSymbol;
            case Element::Kind::Gap: return kGapSymbol + e.gap;
        }
        return 0;
    }

    void build_trie() {
        struct Draft {
            std::map<std::uint32_t, std::uint32_t> edges;
            std::vector<std::uint32_t> finals;
        };
        std::vector<Draft> drafts(1);
        for (std::uint32_t c = 0; c < sequences_.size(); ++c) {
            for (const Sequence& s : sequences_[c]) {
                std::uint32_t node = 0;
                for (const Element& e : s) {
                    const std::uint32_t symbol = symbol_of(e);
                    const auto found = drafts[node].edges.find(symbol);
                    if (found != drafts[node].edges.end()) {
                        node = found->second;
                        continue;
                    }
                    drafts.emplace_back();
                    const auto made = static_cast<std::uint32_t>(drafts.size() - 1);
                    drafts[node].edges[symbol] = made;
                    node = made;
                }
                auto& finals = drafts[node].finals;
                if (std::find(finals.begin(), finals.end(), c) == finals.end()) finals.push_back(c);
            }
        }
        for (const Draft& d : drafts) {
            Lexicon::Node node{};
            node.edge_begin = static_cast<std::uint32_t>(lexicon_.edges_.size());
            for (const auto& [symbol, to] : d.edges) lexicon_.edges_.push_back({symbol, to});
            node.edge_end = static_cast<std::uint32_t>(lexicon_.edges_.size());
            node.final_begin = static_cast<std::uint32_t>(lexicon_.finals_.size());
            lexicon_.finals_.insert(lexicon_.finals_.end(), d.finals.begin(), d.finals.end());
            node.final_end = static_cast<std::uint32_t>(lexicon_.finals_.size());
            lexicon_.nodes_.push_back(node);
        }
    }

    std::vector<LexiconConcept> concepts_;
    std::vector<std::vector<Sequence>> sequences_;
    std::vector<State> state_;
    Lexicon lexicon_;
    std::optional<Error> error_;
};

Result<Lexicon> compile_lexicon(std::string language, std::vector<LexiconConcept> concepts) {
    return LexiconCompiler(std::move(language), std::move(concepts)).run();
}

}  // namespace treatycheck
