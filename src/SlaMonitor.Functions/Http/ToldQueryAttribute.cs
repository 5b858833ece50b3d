using Microsoft.AspNetCore.Http;
using SlaMonitor.Functions.Api;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>The parameters by which notifications are narrowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToldQueryAttribute : ParametersAttribute
{
    private const string Ticket = "ticket";
    private const string Recipient = "recipient";
    private const string State = "state";
    private const string From = "from";
    private const string To = "to";

    private static readonly IReadOnlyList<string> States = [.. Enum.GetValues<NotificationState>().Select(StoredName.Of)];

    public override IReadOnlyList<QueryParameter> Parameters =>
    [
        new(Ticket, "Only of this ticket: all at once."),
        new(Recipient, "Only to this address, whatever the case of the letters."),
        new(State, "Only what stands like this.") { Values = States },
        new(From, "Only what was begun to be sent at this time or after it.") { Example = TimeParameter.Example },
        new(To, "Only what was begun to be sent before this time.") { Example = TimeParameter.Example },
    ];

    /// <summary>Which notifications a request asks for.</summary>
    /// <returns>What is wrong with it; <c>null</c> where nothing is.</returns>
    public static IResult? Read(HttpRequest request, out ToldFilter filter)
    {
        var wrong = TimeParameter.Read(request, From, out var from);
        wrong = TimeParameter.Read(request, To, out var to) is { } other ? wrong ?? other : wrong;
        var state = Of(State);
        filter = new(Of(Ticket), Of(Recipient), StoredName.Find<NotificationState>(state), from, to);
        return wrong ?? (state is not null && filter.State is null
            ? ProblemAnswers.Problem(
                StatusCodes.Status400BadRequest,
                "There is no such state.",
                $"'{state}' is no state of a notification; there is {string.Join(", ", States)}.")
            : null);

        string? Of(string name) => request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
    }
}
