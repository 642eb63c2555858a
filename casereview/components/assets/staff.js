import { createAll, initAll } from 'govuk-frontend'
import { ButtonMenu } from '@ministryofjustice/frontend/moj/components/button-menu/button-menu.mjs'
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { startExit } from './exit.js'
import { startKeeping } from './keep.js'
import { startEditors } from './editor.js'
import { startRefreshing } from './refresh.js'

startExit()
startKeeping()
startEditors()
startRefreshing()
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
createAll(ButtonMenu)
createAll(SortableTable)
