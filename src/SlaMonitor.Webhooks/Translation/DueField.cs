using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Reading;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>
/// Reads the field of a helpdesk that holds a due time agreed for a ticket. A date without a time is none: nobody could say when it ends.
/// </summary>
internal static class DueField
{
    /// <summary>Smaller numbers are no times since 1970, though they could be read as such.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <returns>What the field holds; <c>null</c> where the body does not have it, or it cannot be read.</returns>
    /// <param name="translator">Takes what cannot be read.</param>
    /// <param name="field">The field.</param>
    /// <param name="told">Where it is looked up.</param>
    /// <param name="change">The rest of what is told: who wrote the message is who agreed to the time.</param>
    public static DueTold? Read(Translator translator, CustomField field, JsonElement told, TicketChange change)
    {
        var value = field.In(told);
        if (value.ValueKind == JsonValueKind.Undefined) return null;

        var connection = translator.Vocabulary.Connection;
        var place = string.Join('.', field.Path);
        var due = translator.Time(value);
        if (due < Earliest || (due is null && !IsEmpty(value)))
        {
            translator.Notice(NoticeKind.UnreadableDue, $"{place}: {value.GetRawText()}");
            return null;
        }

        return new DueTold(
            field.Name!,
            due,
            Reason: $"{place} of {connection}",
            ApprovedBy: Named(change.Agent) ?? Named(change.Author) ?? connection);
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.Text() is null);

    private static string? Named(string? who) => string.IsNullOrEmpty(who) ? null : who;
}
