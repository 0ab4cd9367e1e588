// Akoma Ntoso ids: "art_29__para_1__subpara_a". Articles carry no chapter prefix; what lies in an annex carries "att_1__".
#pragma once

#include <vector>

#include "syntax/document.hpp"

namespace treatycheck {

// Sets Provision::eid. A name that comes twice gets "_2", "_3".
void name_provisions(std::vector<Provision>& provisions);

}  // namespace treatycheck
