#include "base/ids.hpp"

#include "support/catch.hpp"

using Room = treatycheck::Index<struct RoomTag>;

TEST_CASE("an index that was never set does not exist") {
    CHECK_FALSE(Room().exists());
    CHECK(Room(0u).exists());
    CHECK(Room(3u).next() == Room(4u));
}
