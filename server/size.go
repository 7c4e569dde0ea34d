package server

import (
	"hankeverkko/graph/layout"
	"hankeverkko/server/api"
)

func sizeFrom(size api.Size) (layout.Size, error) {
	switch size {
	case "", api.Wide:
		return layout.Wide, nil
	case api.Office:
		return layout.Office, nil
	case api.Phone:
		return layout.Phone, nil
	}
	return layout.Wide, &invalidParameter{"size", string(size)}
}
