using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Monitoring.Views;

/// <summary>Something wrong in an agreement.</summary>
/// <param name="File">The file; nothing where it is in the text that was sent.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Severity">Whether it can be used all the same: a warning, or an error.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record AgreementProblemView(string? File, int Line, int Column, ProblemSeverity Severity, string Message)
{
    /// <summary>Shows a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="sent">What the text that was sent is called.</param>
    public static AgreementProblemView Of(AgreementProblem problem, string sent)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var place = problem.Place;
        return new(
            place.File == sent ? null : Path.GetFileName(place.File), place.Line, place.Column, problem.Severity, problem.Message);
    }
}
