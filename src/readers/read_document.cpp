#include "readers/readers.hpp"

namespace treatycheck {

Result<CanonicalText> read_document(std::string_view bytes, std::string_view name) {
    if (bytes.size() > (std::size_t{1} << 30)) {
        return Error{ErrorCode::TooLarge, std::string(name), "the file is larger than 1 GiB; split it"};
    }
    switch (media_type_of(bytes, name)) {
        case MediaType::Plain:
        case MediaType::Markdown:
        case MediaType::Html: return read_plain(bytes, name);
        case MediaType::Xml:
        case MediaType::Json:
        case MediaType::Docx:
        case MediaType::Pdf:
        case MediaType::Unknown: break;
    }
    return Error{ErrorCode::Unsupported, std::string(name), "this type of file is not read; give a .txt, .md or .html file"};
}

}  // namespace treatycheck
