package server

import (
	"slices"
	"testing"

	"hankeverkko/server/api"
)

// Who is of two groups is named on the card of the group, with the share that
// its own card has.
func TestOfTwoGroups(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: looks for the groups of all projects some hundred times; the run without it does")
	}
	s := exampleServer(t)
	own := decode[api.Boundary](t, get(s, "/api/v1/boundary?project=eura:S21744")).Place
	if own.Also.Group.Id == "" || own.Also.Group.Id == own.Group.Id || own.Also.Share < 0.2 || own.Also.Share > 1 {
		t.Fatalf("%+v", own)
	}
	if also := own.Also; also.Apart < 20 || also.Apart+also.Joined > 100 || also.Share != float64(also.Stood)/float64(also.Apart) {
		t.Errorf("the runs: %+v", also)
	}
	list := decode[api.Boundary](t, get(s, "/api/v1/boundary?group="+own.Group.Id)).Between
	at := slices.IndexFunc(list, func(b api.Between) bool { return b.Id == "eura:S21744" })
	if at < 0 || list[at].Share != own.Also.Share || list[at].Stood != own.Also.Stood || list[at].Apart != own.Also.Apart || list[at].Joined != own.Also.Joined || list[at].Also.Id != own.Also.Group.Id {
		t.Errorf("%+v", list)
	}
	arriving := decode[api.Boundary](t, get(s, "/api/v1/boundary?group="+own.Also.Group.Id)).Arriving
	at = slices.IndexFunc(arriving, func(b api.Between) bool { return b.Id == "eura:S21744" })
	if at < 0 || arriving[at].Also.Id != own.Group.Id || arriving[at].Stood != own.Also.Stood {
		t.Errorf("on the card of the other group: %+v", arriving)
	}
	other := decode[api.Boundary](t, get(s, "/api/v1/boundary?region=Lappi&lens=cooperation&actor=ytunnus:0292800-5")).Place
	if other.Group.Id == "" || other.Also.Group.Id != "" {
		t.Errorf("a group that is not clearer than chance: %+v", other)
	}
}
