using Microsoft.AspNetCore.Http;
using SlaMonitor.Core.Reporting.Periods;

namespace SlaMonitor.Functions.Http;

/// <summary>What the API says where no report can be made of what was asked.</summary>
internal static class ReportProblems
{
    private static readonly string Formats = string.Join(", ", ReportFormat.All.Select(format => format.Extension));

    public static IResult NotAPeriod(string period) => ProblemAnswers.Problem(
        StatusCodes.Status400BadRequest,
        "This is not a period.",
        $"'{period}' cannot be reported on. A period is a month as 2026-10, a quarter as 2026-Q4, a year as 2026, or a range of days as "
        + "2026-10-05..2026-11-04, of which the last day belongs to it.");

    public static IResult NoSuchAgreement(string id) => ProblemAnswers.Problem(
        StatusCodes.Status404NotFound,
        "There is no such agreement.",
        $"No agreement '{id}' is in force, nor was. Its name is what stands behind agreement: in its file.");

    public static IResult NotBegun(ReportSpan span) => ProblemAnswers.Problem(
        StatusCodes.Status404NotFound,
        "This period has not begun.",
        $"{span} lies in the future by the agreement's time zone: there is nothing to report on yet.");

    public static IResult NoSuchFormat(string extension) => ProblemAnswers.Problem(
        StatusCodes.Status400BadRequest, "There is no such format.", $"A report can be had as {Formats}, not as '{extension}'.");

    public static IResult NoSuchFigure(string figure) => ProblemAnswers.Problem(
        StatusCodes.Status404NotFound,
        "There is no such figure.",
        $"'{figure}' is none, or by: names no group. There are {string.Join(", ", FigureAddress.Figures)}; by is customer, category, "
        + "priority, group or agent.");

    public static IResult NotAcceptable() => ProblemAnswers.Problem(
        StatusCodes.Status406NotAcceptable,
        "Nothing of what is accepted can be had.",
        $"A report is {string.Join(", ", ReportFormat.All.Select(format => format.ContentType))}. Name one of them in Accept, or end the "
        + $"address in {Formats}.");
}
