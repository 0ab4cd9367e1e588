#include <array>

#include "annotate/passes.hpp"

namespace treatycheck {
namespace {

struct MarkerConcept {
    std::string_view name;
    MarkerKind kind;
};
constexpr std::array<MarkerConcept, 7> kMarkers{{{"g-deference", MarkerKind::Deference}, {"g-dilution", MarkerKind::Dilution},
                                                 {"g-condition", MarkerKind::Condition}, {"g-exception", MarkerKind::Exception},
                                                 {"g-notwithstanding", MarkerKind::Notwithstanding},
                                                 {"g-without-prejudice", MarkerKind::WithoutPrejudice}, {"g-open", MarkerKind::Open}}};

}  // namespace

void find_markers(const Document& document, const Lexicon& lexicon, Annotations& out) {
    (void)document;
    for (std::uint32_t s = 0; s < out.sentences.size(); ++s) {
        for (const MarkerConcept& marker : kMarkers) {
            for (const Mention& m : out.mentions_in(lexicon.find(marker.name), out.sentences[s].words)) {
                out.markers.push_back({SentenceId(s), marker.kind, m.words});
            }
        }
    }
}

}  // namespace treatycheck
