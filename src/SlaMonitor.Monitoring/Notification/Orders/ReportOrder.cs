using System.Text.Json.Serialization;

namespace SlaMonitor.Monitoring.Notification.Orders;

/// <summary>The report that a mail brings. The report itself is made when the mail is written.</summary>
/// <param name="Agreement">The agreement's id.</param>
/// <param name="Month">The month, as <c>2026-10</c>.</param>
/// <param name="AsksApproval">Whether the mail asks its reader to approve the report, instead of bringing it.</param>
internal sealed record ReportOrder(string Agreement, string Month, bool AsksApproval)
{
    /// <summary>Whether it was due when the monitor was away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ComesLate { get; init; }
}
