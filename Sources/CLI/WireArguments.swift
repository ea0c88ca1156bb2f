public import API
public import ArgumentParser

/// The words of the API that are options here, under the same names.
extension DomainStatus: ExpressibleByArgument {}
extension DomainType: ExpressibleByArgument {}
extension DomainListQuery.Sort: ExpressibleByArgument {}
extension RecordListQuery.Sort: ExpressibleByArgument {}
