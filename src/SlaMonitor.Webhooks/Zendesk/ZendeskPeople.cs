using System.Text.Json;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Zendesk;

/// <summary>
/// Who is an agent, as an export shows it: by the role of the user, and where there is none by what only agents do, to have a ticket and
/// to write what the customer does not see. Whoever asks somewhere, and does neither, is a customer.
/// </summary>
internal sealed class ZendeskPeople
{
    private readonly Dictionary<string, bool> _byRole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _requesters = new(StringComparer.Ordinal);

    public static bool IsPerson(JsonElement item) => item.Get("role").HasValue() && item.Get("id").HasValue();

    public void Learn(JsonElement user)
    {
        if (user.Get("id").Text() is { } id && user.Get("role").Text() is { } role) _byRole[id] = role != "end-user";
    }

    public void LearnTicket(JsonElement ticket)
    {
        if (ticket.Get("assignee_id").Text() is { } assignee) _agents.Add(assignee);
        if (ticket.Get("requester_id").Text() is { } requester) _requesters.Add(requester);
    }

    public void Learn(ZendeskAudit audit)
    {
        if (audit.Fields.TryGetValue("assignee_id", out var assignee) && assignee.Text() is { } agent) _agents.Add(agent);
        if (audit.Fields.TryGetValue("requester_id", out var requester) && requester.Text() is { } customer) _requesters.Add(customer);
        foreach (var (_, author, isPublic) in audit.Comments)
        {
            if (author is not null && isPublic == false) _agents.Add(author);
        }
    }

    /// <summary>Whether somebody is an agent; <c>null</c> where nothing shows it.</summary>
    public bool? IsStaff(string? person) => person is null ? null
        : _byRole.TryGetValue(person, out var isStaff) ? isStaff
        : _agents.Contains(person) ? true
        : _requesters.Contains(person) ? false
        : null;
}
