#include "base/bytes.hpp"
#include "lexicon/lexicon.hpp"

namespace treatycheck {

std::string Lexicon::save() const {
    ByteWriter out;
    out.text(language_);
    out.texts(concepts_);
    out.texts(literals_);
    out.texts(prefixes_);
    out.plain(nodes_);
    out.plain(edges_);
    out.plain(finals_);
    return out.take();
}

Result<Lexicon> Lexicon::load(std::string_view bytes) {
    ByteReader in(bytes);
    Lexicon lexicon;
    in.text(lexicon.language_);
    in.texts(lexicon.concepts_);
    in.texts(lexicon.literals_);
    in.texts(lexicon.prefixes_);
    in.plain(lexicon.nodes_);
    in.plain(lexicon.edges_);
    in.plain(lexicon.finals_);
    if (!in.finished()) return Error{ErrorCode::BadPack, "lexicon", "the compiled lexicon is damaged; build again"};
    return lexicon;
}

}  // namespace treatycheck
