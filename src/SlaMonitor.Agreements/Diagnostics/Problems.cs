namespace SlaMonitor.Agreements.Diagnostics;

/// <summary>Collects everything that is wrong, so that five mistakes are five lines and not five attempts.</summary>
internal sealed class Problems
{
    /// <summary>Nobody reads further; a hostile file could otherwise make an error of every byte.</summary>
    public const int Most = 100;

    private readonly List<AgreementProblem> _found = [];
    private bool _isTooMany;

    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors there were so far, also those that are too many to be listed.</summary>
    public int ErrorCount { get; private set; }

    public bool IsFull => _found.Count >= Most;

    public void Error(Place place, string message) => Add(new AgreementProblem(place, ProblemSeverity.Error, message));

    public void Warn(Place place, string message) => Add(new AgreementProblem(place, ProblemSeverity.Warning, message));

    public void Add(AgreementProblem problem)
    {
        if (problem.Severity == ProblemSeverity.Error) ErrorCount++;
        if (!IsFull) _found.Add(problem);
        else _isTooMany = true;
    }

    /// <summary>The problems by place, each once.</summary>
    public IReadOnlyList<AgreementProblem> InOrder(IReadOnlyList<string> files)
    {
        var ordered = _found.Distinct()
            .OrderBy(problem => Index(files, problem.Place.File))
            .ThenBy(problem => problem.Place.Line)
            .ThenBy(problem => problem.Place.Column)
            .ToList();
        if (_isTooMany)
            ordered.Add(new AgreementProblem(
                ordered[^1].Place,
                ProblemSeverity.Error,
                "there are more mistakes than can be listed; mend these first"));
        return ordered;
    }

    private static int Index(IReadOnlyList<string> files, string file) =>
        files.Index().FirstOrDefault(entry => string.Equals(entry.Item, file, StringComparison.Ordinal)).Index;
}
