package server

import (
	"hankeverkko/graph/layout"
	"hankeverkko/server/api"
)

func sizeOf(size api.Size) layout.Size {
	switch size {
	case api.Office:
		return layout.Office
	case api.Phone:
		return layout.Phone
	}
	return layout.Wide
}
