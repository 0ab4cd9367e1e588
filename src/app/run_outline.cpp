#include <cstdio>

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/knowledge.hpp"
#include "readers/readers.hpp"
#include "report/analysis.hpp"
#include "report/outline.hpp"

namespace treatycheck {

int run_outline(const OutlineOptions& o) {
    const Result<std::string> bytes = read_file(o.path);
    const std::string name = o.path == "-" && !o.stdin_filename.empty() ? o.stdin_filename : o.path;
    const Result<CanonicalText> text = bytes ? read_document(*bytes, name) : Result<CanonicalText>(bytes.error());
    if (!text) {
        say_error(o.path, text.error().message);
        return kUsage;
    }
    const Document document = parse_document(*text, o.language);
    std::string out;
    if (o.format == "json") {
        const Knowledge knowledge = load_knowledge({});
        out = outline_json(document, annotate(document, knowledge.lexicon), o.path) + "\n";
    } else {
        out = outline_tree(document, o.width);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return kClean;
}

}  // namespace treatycheck
