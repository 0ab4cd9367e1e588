// The list of criticisms and safeguards that the JSON field `concern` takes (docs/concerns.md).
#include "rules/pack.hpp"

namespace treatycheck {

const std::vector<std::string>& concern_slugs() {
    static const std::vector<std::string> slugs{
        "asset-seizure", "broad-definition", "child-self-criminalisation", "civil-society-participation",
        "compelled-assistance", "conflict-of-laws", "content-interception", "content-offence",
        "content-removal-power", "coop-scope-serious-crime", "corporate-liability", "criminal-record-sharing",
        "crossborder-data-access", "cyber-enabled-offence", "cybercrime-undefined", "data-protection-weak",
        "dual-criminality-optional", "dual-use-tools", "encryption-risk", "extradition-risk",
        "extraterritorial-jurisdiction", "fictional-artistic-content", "gender", "grooming-overbreadth",
        "grounds-threshold-low", "hr-clause-weak", "import-other-treaties", "inchoate-liability",
        "intl-preservation", "joint-investigations", "le-direct-sharing", "mens-rea-weak",
        "mla-default-treaty", "mla-realtime", "ncii-overbreadth", "network-24-7", "no-accountability",
        "no-effective-remedy", "no-harm-threshold", "no-legality-necessity", "no-notification",
        "no-oversight-transparency", "no-prior-judicial-auth", "no-public-interest-defence",
        "no-research-exemption", "optional-limitation", "political-offence-missing", "powers-any-offence",
        "production-order-reach", "realtime-traffic", "refusal-grounds-weak", "reservation-narrow",
        "reverse-burden", "safeguard-scope-gap", "safeguards-domestic-law", "sanction-aggravation",
        "scope-any-ict-crime", "search-seizure-breadth", "secrecy-clause", "serious-crime-threshold",
        "sg-authorised-testing", "sg-child-exception", "sg-civil-society", "sg-conditions",
        "sg-content-option", "sg-data-protection", "sg-dual-criminality", "sg-existing-capability",
        "sg-fair-trial", "sg-flexibility", "sg-gender", "sg-harm-option", "sg-hr-clause", "sg-intent-option",
        "sg-limited-use", "sg-no-new-offences", "sg-protocol-threshold", "sg-refusal-discrimination",
        "sg-refusal-grounds", "sg-reservation", "sg-security-research", "sg-serious-only", "sg-sovereignty",
        "sg-specific-investigation", "sg-third-parties", "sg-time-limit", "sg-victims", "sg-witness",
        "sovereignty-control", "spontaneous-sharing", "supplementary-protocol", "tech-assistance-no-rights",
        "title-misleading", "vague-term", "victim-redress-weak", "without-right-undefined",
        "dangling-reference", "circular-reference", "numbering-gap", "undefined-term", "unused-term",
        "shall-in-recital", "and-or-ambiguity", "term-spelling",
    };
    return slugs;
}

}  // namespace treatycheck
