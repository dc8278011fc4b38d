extension InputIssue {
  /// The same without line and column: of an option, which has none.
  var withoutPlace: InputIssue {
    var issue = self
    (issue.line, issue.column) = (nil, nil)
    return issue
  }
}

extension InputIssues {
  /// The same without lines and columns.
  var withoutPlaces: InputIssues {
    var issues = InputIssues()
    for issue in kept { issues.append(issue.withoutPlace) }
    return issues
  }
}
