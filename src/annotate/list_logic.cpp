#include "annotate/passes.hpp"

namespace treatycheck {

// The conjunction that ends the last item but one ("...; and", "...; or") joins the list.
void find_list_logic(const Document& document, Annotations& out) {
    for (std::uint32_t id = 1; id < document.provisions.size(); ++id) {
        std::vector<ProvisionId> items;
        for (const ProvisionId child : document.children(ProvisionId(id))) {
            if (document.at(child).kind == ProvisionKind::Subparagraph) items.push_back(child);
        }
        if (items.size() < 2) continue;
        const Provision& last_but_one = document.at(items[items.size() - 2]);
        if (last_but_one.words.empty()) continue;
        const std::string_view word = document.words.spelling(WordIndex(last_but_one.words.last.value - 1));
        ListLogic logic{ProvisionId(id), Join::None};
        if (word == "and") logic.join = Join::And;
        if (word == "or") {
            const std::uint32_t before = last_but_one.words.last.value - 2;
            const bool both = last_but_one.words.size() > 1 && document.words.spelling(WordIndex(before)) == "and";
            logic.join = both ? Join::AndOr : Join::Or;
        }
        out.lists.push_back(logic);
    }
}

}  // namespace treatycheck
