package wire

import (
	"hankeverkko/graph/view"
	"hankeverkko/server/api"
)

// sentencesOf shapes sentences for a reader of the slice in a language.
func sentencesOf(s *view.Slice, lang string, sentences []view.Sentence) []api.Sentence {
	list := make([]api.Sentence, 0, len(sentences))
	for _, sentence := range sentences {
		list = append(list, sentenceOf(s, lang, sentence))
	}
	return list
}

// sentenceOf shapes one sentence.
func sentenceOf(s *view.Slice, lang string, sentence view.Sentence) api.Sentence {
	out := api.Sentence{Key: sentence.Key, Values: []api.Value{}}
	for _, v := range sentence.Values {
		value := api.Value{Name: v.Name, Text: v.Text, Noun: v.Noun, Link: link(v.Link)}
		switch {
		case v.Noun != "":
			count := v.Count
			value.Count = &count
		case v.In:
			value.Text = locative(s.Area, lang)
		case v.Region:
			value.Text = RegionName(s.Area, lang).Name
		case v.Date != 0:
			value.Text = v.Date.String()
		case v.Names[lang] != "":
			value.Text = v.Names[lang]
		case v.Group != nil:
			value.Text = s.GroupInline(v.Group, lang)
		}
		out.Values = append(out.Values, value)
	}
	return out
}

func link(l view.Link) api.Link {
	return api.Link{Kind: api.LinkKind(l.Kind), Id: l.ID, Filter: api.ListFilter{
		State: api.StateFilter(l.Filter.State), Group: l.Filter.Group, Actor: string(l.Filter.Actor), Aid: aid(l.Filter.Aid),
		Partners: api.Partners(l.Filter.Partners), Standing: api.Standing(l.Filter.Standing),
	}}
}

// aid says in a link that projects of aid count as well.
func aid(with bool) api.Aid {
	if with {
		return api.With
	}
	return ""
}
