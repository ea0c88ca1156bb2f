import API
import Core
import Terminal

/// One view on the console's stack.
enum View: Equatable, Sendable {
    case zones(Zones.State)
    case zone(ZonePage.State)
    case records(Records.State)
    case recordForm(RecordForm.State)
    case zoneForm(ZoneForm.State)
    case confirmation(Confirmation.State)

    /// What a page asks the console for.
    enum Effect: Equatable, Sendable {
        case call(Call)
        case push(View)
        case pop
        case say(Notice)
        case quit
    }

    /// The page's part of the line that says where one is.
    var title: String {
        switch self {
        case .zones: "Zones"
        case .zone(let page): page.name
        case .records: "Records"
        case .recordForm(let form): form.original == nil ? "Add" : "Change"
        case .zoneForm: "Create"
        case .confirmation: "Confirm"
        }
    }

    /// What the help calls the page.
    var helpTitle: String {
        switch self {
        case .zones: "the list of zones"
        case .zone: "a zone's page"
        case .records: "the records of a zone"
        case .recordForm, .zoneForm: "a form"
        case .confirmation: "the question before a change"
        }
    }

    /// Whether keys are text here, so that the keys of everywhere do nothing.
    var takesText: Bool {
        switch self {
        case .zones(let page): page.filterField != nil
        case .records(let page): page.filterField != nil
        case .recordForm, .zoneForm: true
        case .confirmation(let question): question.expected != nil
        case .zone: false
        }
    }

    /// The keys that do something here.
    var hints: [KeyHint] {
        switch self {
        case .zones(let page): Zones.bindings(page).map(\.hint)
        case .zone(let page): ZonePage.bindings(page).map(\.hint)
        case .records(let page): Records.bindings(page).map(\.hint)
        case .recordForm(let form): RecordForm.bindings(form).map(\.hint)
        case .zoneForm(let form): ZoneForm.bindings(form).map(\.hint)
        case .confirmation(let question): Confirmation.bindings(question).map(\.hint)
        }
    }

    /// What was last set as a filter; empty for none.
    var filterText: String {
        switch self {
        case .zones(let page): page.filter.text
        case .records(let page): page.filter.text
        case .zone, .recordForm, .zoneForm, .confirmation: ""
        }
    }

    /// The filter being typed.
    var filterField: FilterField? {
        switch self {
        case .zones(let page): page.filterField
        case .records(let page): page.filterField
        case .zone, .recordForm, .zoneForm, .confirmation: nil
        }
    }

    /// What went wrong when the page's data were asked for last.
    var failure: CallFailure? {
        switch self {
        case .zones(let page): page.failure
        case .zone(let page): page.failure
        case .records(let page): page.failure
        case .recordForm, .zoneForm, .confirmation: nil
        }
    }

    /// When the server last told what the page shows; nil for nothing yet, and for pages that show none of it.
    var refreshedAt: Timestamp? {
        switch self {
        case .zones(let page): page.refreshedAt
        case .zone(let page): page.refreshedAt
        case .records(let page): page.refreshedAt
        case .recordForm, .zoneForm, .confirmation: nil
        }
    }

    /// What the status line says when nothing else is to be said.
    var summary: String {
        switch self {
        case .zones(let page): Zones.summary(page)
        case .records(let page): Records.summary(page)
        case .zone, .recordForm, .zoneForm, .confirmation: ""
        }
    }

    func view(size: Size) -> Canvas {
        switch self {
        case .zones(let page): Zones.view(page, size: size)
        case .zone(let page): ZonePage.view(page, size: size)
        case .records(let page): Records.view(page, size: size)
        case .recordForm(let form): RecordForm.view(form, size: size)
        case .zoneForm(let form): ZoneForm.view(form, size: size)
        case .confirmation(let question): Confirmation.view(question, size: size)
        }
    }
}
