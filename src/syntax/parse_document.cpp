// parse_document as a list of passes: lines, plan, tree, ids, words, account.
#include <algorithm>
#include <unordered_map>

#include "syntax/document.hpp"
#include "syntax/eids.hpp"
#include "syntax/language.hpp"
#include "syntax/plan.hpp"
#include "syntax/preamble.hpp"

namespace treatycheck {
namespace {

class TreeBuilder {
public:
    TreeBuilder(const CanonicalText& text, const Lines& lines) : text_(text.text), lines_(lines) {}

    std::vector<Provision> run(const std::vector<PlanItem>& items, std::vector<Span>& furniture) {
        Provision root;
        root.kind = ProvisionKind::Instrument;
        root.span = {0, static_cast<std::uint32_t>(text_.size())};
        root.why = "the whole text";
        provisions_.push_back(root);
        open_.push_back(0);
        for (const PlanItem& item : items) {
            if (item.kind == PlanKind::Furniture) furniture.push_back(item.label);
            else add(item);
        }
        return std::move(provisions_);
    }

private:
    void add(const PlanItem& item) {
        switch (item.kind) {
            case PlanKind::Title: close_to(0); leaf(ProvisionKind::Title, item); break;
            case PlanKind::Preamble: close_to(0); preamble(item); break;
            case PlanKind::Division: division(item); break;
            case PlanKind::Article: article(item); break;
            case PlanKind::Annex: annex(item); break;
            case PlanKind::Signature: close_to(0); leaf(ProvisionKind::Signature, item); break;
            case PlanKind::Resolution: resolution(item); break;
            case PlanKind::Text: region(open_.back(), item.body); break;
            case PlanKind::Furniture: break;
        }
    }

    std::uint32_t push(ProvisionKind kind, std::uint32_t parent, Span label, Span heading, Span body) {
        Provision p;
        p.kind = kind;
        p.parent = ProvisionId(parent);
        p.label = label;
        p.heading = heading;
        p.body = body;
        provisions_.push_back(p);
        return static_cast<std::uint32_t>(provisions_.size() - 1);
    }

    Span trimmed(Span s) const {
        const auto blank = [this](std::uint32_t at) { return std::string_view(" \t\r\n\f\v").find(text_[at]) != std::string_view::npos; };
        while (s.begin < s.end && blank(s.begin)) ++s.begin;
        while (s.begin < s.end && blank(s.end - 1)) --s.end;
        return s;
    }

    void leaf(ProvisionKind kind, const PlanItem& item) {
        const std::uint32_t id = push(kind, open_.back(), item.label, item.heading, trimmed({item.body.begin, item.body.end}));
        provisions_[id].why = item.why;
    }

    void preamble(const PlanItem& item) {
        const std::uint32_t id = push(ProvisionKind::Preamble, 0, {item.body.begin, item.body.begin}, {}, {});
        provisions_[id].why = item.why;
        for (const RegionPart& part : divide_preamble(text_, lines_, item.body)) {
            const std::uint32_t child = push(part.kind, id, part.label, {}, trimmed(part.body));
            provisions_[child].number = part.number;
            provisions_[child].why = "paragraph of the preamble";
        }
    }

    // Parts, chapters and sections nest in the order in which their kinds first come.
    void division(const PlanItem& item) {
        close_to(annex_depth_);
        for (std::size_t depth = divisions_.size(); depth-- > 0;) {
            if (provisions_[divisions_[depth]].kind == item.division) {
                divisions_.resize(depth);
                break;
            }
        }
        const std::uint32_t parent = divisions_.empty() ? open_.back() : divisions_.back();
        const std::uint32_t id = push(item.division, parent, item.label, item.heading, {});
        provisions_[id].number = item.number.normalised();
        provisions_[id].scheme = item.number.scheme;
        provisions_[id].why = item.why;
        divisions_.push_back(id);
        region(id, item.body);
    }

    void article(const PlanItem& item) {
        const std::uint32_t parent = divisions_.empty() ? open_.back() : divisions_.back();
        const std::uint32_t id = push(ProvisionKind::Article, parent, item.label, item.heading, {});
        Provision& p = provisions_[id];
        p.number = item.number.normalised();
        p.scheme = item.number.scheme;
        p.confidence = item.confidence;
        p.why = item.why;
        p.status = status_of(item);
        region(id, item.body);
    }

    Status status_of(const PlanItem& item) const {
        const Span whole = trimmed({item.body.begin, item.body.end});
        const std::string_view body = text_.substr(whole.begin, whole.size());
        if (item.label.begin > 0 && text_[item.label.begin - 1] == '[' && body.ends_with("]")) return Status::Bracketed;
        return Status::Clean;
    }

    void annex(const PlanItem& item) {
        close_to(0);
        const std::uint32_t id = push(ProvisionKind::Annex, 0, item.label, item.heading, {});
        provisions_[id].number = item.has_number ? item.number.normalised() : "";
        provisions_[id].why = item.why;
        open_.push_back(id);
        annex_depth_ = 1;
        if (item.body.begin < item.body.end) region(id, item.body);
    }

    // The articles of the statute or resolution around the treaty are paragraphs of the wrapper.
    void resolution(const PlanItem& item) {
        if (resolution_ == 0) resolution_ = push(ProvisionKind::Resolution, 0, {item.label.begin, item.label.begin}, {}, {});
        const std::uint32_t id = push(ProvisionKind::Paragraph, resolution_, item.label, item.heading, trimmed({item.body.begin, item.body.end}));
        provisions_[id].number = item.number.normalised();
        provisions_[id].why = "article of the text around the treaty";
    }

    void close_to(std::size_t depth) {
        open_.resize(depth + 1);
        divisions_.clear();
        annex_depth_ = depth;
        if (depth == 0) annex_depth_ = 0;
    }

    void region(std::uint32_t owner, const RegionText& body) {
        const std::vector<RegionPart> parts = divide_region(text_, lines_, body);
        std::vector<std::uint32_t> path{owner};
        for (const RegionPart& part : parts) {
            if (part.kind == ProvisionKind::Article) {
                provisions_[owner].body = trimmed(part.body);
                continue;
            }
            path.resize(std::min<std::size_t>(path.size(), static_cast<std::size_t>(part.depth) + 1));
            const std::uint32_t parent = path.back();
            const std::uint32_t id = push(part.kind, parent, part.label, {}, trimmed(part.body));
            Provision& p = provisions_[id];
            p.number = part.number;
            p.scheme = part.scheme;
            p.why = part.label.empty() ? "text without a label" : "label in sequence";
            if (!part.label.empty()) path.push_back(id);
        }
        make_chapeaux(owner);
    }

    // The own words of a provision with items become its chapeau, a child before the items.
    void make_chapeaux(std::uint32_t owner) {
        std::vector<Provision> rebuilt;
        std::vector<std::uint32_t> moved(provisions_.size() - owner);
        bool any = false;
        for (std::uint32_t i = owner; i < provisions_.size(); ++i) {
            moved[i - owner] = owner + static_cast<std::uint32_t>(rebuilt.size());
            Provision p = provisions_[i];
            if (i != owner) p.parent = ProvisionId(moved[p.parent.value - owner]);
            const bool has_items = i + 1 < provisions_.size() && provisions_[i + 1].parent.value == i && !provisions_[i + 1].label.empty();
            rebuilt.push_back(p);
            if (!has_items || p.body.empty() || i == owner) continue;
            Provision intro;
            intro.kind = ProvisionKind::Intro;
            intro.parent = ProvisionId(moved[i - owner]);
            intro.label = {p.body.begin, p.body.begin};
            intro.body = p.body;
            intro.why = "text before a list";
            rebuilt.back().body = {p.body.begin, p.body.begin};
            rebuilt.push_back(intro);
            any = true;
        }
        if (!any) return;
        provisions_.resize(owner);
        provisions_.insert(provisions_.end(), rebuilt.begin(), rebuilt.end());
    }

    std::string_view text_;
    const Lines& lines_;
    std::vector<Provision> provisions_;
    std::vector<std::uint32_t> open_, divisions_;
    std::size_t annex_depth_ = 0;
    std::uint32_t resolution_ = 0;
};

void close_subtrees(std::vector<Provision>& provisions) {
    const auto n = static_cast<std::uint32_t>(provisions.size());
    for (std::uint32_t i = 0; i < n; ++i) provisions[i].subtree_end = i + 1;
    for (std::uint32_t i = n; i-- > 1;) {
        Provision& parent = provisions[provisions[i].parent.value];
        parent.subtree_end = std::max(parent.subtree_end, provisions[i].subtree_end);
    }
}

void measure_spans(std::vector<Provision>& provisions) {
    for (Provision& p : provisions) {
        if (p.kind == ProvisionKind::Instrument) continue;
        std::uint32_t begin = 0xFFFFFFFF, end = 0;
        for (const Span s : {p.label, p.heading, p.body}) {
            if (s.begin == 0 && s.end == 0) continue;
            begin = std::min(begin, s.begin);
            end = std::max(end, s.end);
        }
        p.span = begin == 0xFFFFFFFF ? Span{} : Span{begin, end};
    }
    for (std::size_t i = provisions.size(); i-- > 1;) {
        Provision& p = provisions[i];
        Provision& parent = provisions[p.parent.value];
        if (parent.kind == ProvisionKind::Instrument || p.span == Span{}) continue;
        if (parent.span == Span{}) parent.span = p.span;
        parent.span.begin = std::min(parent.span.begin, p.span.begin);
        parent.span.end = std::max(parent.span.end, p.span.end);
    }
}

// Counts what no label, heading, body or furniture holds. The construction leaves nothing; this proves it.
Account count(const CanonicalText& text, const std::vector<Provision>& provisions, const std::vector<Span>& furniture) {
    Account account;
    account.characters = static_cast<std::uint32_t>(text.text.size());
    std::vector<Span> spans = furniture;
    for (const Provision& p : provisions) {
        for (const Span s : {p.label, p.heading, p.body}) {
            if (!s.empty()) spans.push_back(s);
        }
    }
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin || (a.begin == b.begin && a.end > b.end); });
    std::uint32_t at = 0;
    const auto lost_between = [&](std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t i = from; i < to; ++i) {
            account.lost += std::string_view(" \t\r\n\f\v#*.:-_\xC2\xA0\xE2\x80\x93\x94\xEF\xBF\xBD\xE3").find(text.text[i]) == std::string_view::npos;
        }
    };
    for (const Span s : spans) {
        if (s.begin > at) lost_between(at, s.begin);
        at = std::max(at, s.end);
    }
    lost_between(at, account.characters);
    for (const Span s : furniture) account.furniture += s.size();
    account.in_provisions = account.characters - account.furniture - account.lost;
    return account;
}

}  // namespace

Document parse_document(const CanonicalText& text, std::string_view language) {
    Document document;
    document.text = &text;
    const Lines lines = read_lines(text);
    document.words = split_words(text.text);
    document.language = language.empty() ? guess_language(document.words) : std::string(language);
    const std::vector<PlanItem> plan = plan_document(text, lines);
    document.provisions = TreeBuilder(text, lines).run(plan, document.furniture);
    std::sort(document.furniture.begin(), document.furniture.end(), [](Span a, Span b) { return a.begin < b.begin; });
    close_subtrees(document.provisions);
    measure_spans(document.provisions);
    name_provisions(document.provisions);
    for (Provision& p : document.provisions) {
        p.words = document.words.inside(p.span);
        p.body_words = document.words.inside(p.body);
    }
    document.account = count(text, document.provisions, document.furniture);
    return document;
}

}  // namespace treatycheck
