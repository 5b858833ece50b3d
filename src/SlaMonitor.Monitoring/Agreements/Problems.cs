namespace SlaMonitor.Monitoring.Agreements;

/// <summary>Collects everything that is wrong, so that five mistakes are five lines and not five attempts.</summary>
internal sealed class Problems
{
    /// <summary>Nobody reads further; a hostile file could otherwise make an error of every byte.</summary>
    public const int Most = 100;

    private readonly List<AgreementProblem> _found = [];

    public bool HasErrors { get; private set; }

    public bool IsFull => _found.Count >= Most;

    public void Error(Place place, string message)
    {
        HasErrors = true;
        Add(new AgreementProblem(place, ProblemSeverity.Error, message));
    }

    public void Warn(Place place, string message) => Add(new AgreementProblem(place, ProblemSeverity.Warning, message));

    /// <summary>The problems by place, each once.</summary>
    public IReadOnlyList<AgreementProblem> InOrder(IReadOnlyList<string> files) =>
        [.. _found.Distinct().OrderBy(problem => Index(files, problem.Place.File)).ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];

    private static int Index(IReadOnlyList<string> files, string file) =>
        files.Index().FirstOrDefault(entry => string.Equals(entry.Item, file, StringComparison.Ordinal)).Index;

    private void Add(AgreementProblem problem)
    {
        if (!IsFull) _found.Add(problem);
    }
}
