package graph

import (
	"fmt"
	"slices"
)

// ActorKind is the kind of body an actor is.
type ActorKind uint8

const (
	KindUnknown ActorKind = iota // nothing tells; unknown is not other
	KindCompany
	KindMunicipality
	KindJointAuthority // joint municipal authority
	KindUniversity
	KindUAS // university of applied sciences
	KindVocationalSchool
	KindOtherSchool // upper secondary, folk high school, adult education, summer university
	KindResearchInstitute
	KindAssociation
	KindFoundation
	KindStateAuthority
	KindRegionalCouncil
	KindDevelopmentCompany // a company of municipalities that develops their business life
	KindParish
	KindOtherPublic // wellbeing services county, Åland, other bodies under public law
	KindOther
)

var actorKinds = [...]string{
	"unknown", "company", "municipality", "joint-authority", "university", "uas", "vocational-school", "other-school",
	"research-institute", "association", "foundation", "state-authority", "regional-council", "development-company", "parish",
	"other-public", "other",
}

func (k ActorKind) String() string {
	if int(k) < len(actorKinds) {
		return actorKinds[k]
	}
	return ""
}

// ParseActorKind reads what String writes.
func ParseActorKind(s string) (ActorKind, error) {
	if i := slices.Index(actorKinds[:], s); i >= 0 {
		return ActorKind(i), nil
	}
	return KindUnknown, fmt.Errorf("kind of actor %q: %w", s, ErrInvalid)
}

// ActorKinds lists all kinds, in a fixed order; unknown is the first.
func ActorKinds() []ActorKind {
	kinds := make([]ActorKind, len(actorKinds))
	for i := range kinds {
		kinds[i] = ActorKind(i)
	}
	return kinds
}

// Sector is one of the four sides of regional development: companies, education
// providers, public bodies, associations.
type Sector uint8

const (
	SectorUnknown Sector = iota // the kind is not known
	SectorCompanies
	SectorEducation
	SectorPublic
	SectorAssociations
	SectorNone // known to be on no side
)

var sectors = [...]string{"unknown", "companies", "education", "public", "associations", "none"}

func (s Sector) String() string { return sectors[s] }

// Sector returns the side that a kind of actor stands on. A development company
// works for the municipalities that own it and is no voice of business life;
// the research institutes of the country are the state's; foundations and
// parishes go with associations, as non-profit institutions do in the sector
// classification of Statistics Finland (S.15).
func (k ActorKind) Sector() Sector {
	switch k {
	case KindUnknown:
		return SectorUnknown
	case KindCompany:
		return SectorCompanies
	case KindUniversity, KindUAS, KindVocationalSchool, KindOtherSchool:
		return SectorEducation
	case KindMunicipality, KindJointAuthority, KindStateAuthority, KindRegionalCouncil, KindDevelopmentCompany,
		KindResearchInstitute, KindOtherPublic:
		return SectorPublic
	case KindAssociation, KindFoundation, KindParish:
		return SectorAssociations
	}
	return SectorNone
}
