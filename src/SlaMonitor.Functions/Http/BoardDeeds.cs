using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Functions.Http;

/// <summary>
/// Writes down what was done from the board. Of a person who has a key of their own it has their name; of others what they say, and by
/// which key they were let in.
/// </summary>
public sealed class BoardDeeds(AuditTrail trail)
{
    /// <summary>Writes it down.</summary>
    /// <param name="request">The request, by somebody whom <see cref="BoardAccess"/> knows.</param>
    /// <param name="said">Who they say they are.</param>
    /// <param name="deed">What was done.</param>
    /// <param name="subject">To what.</param>
    /// <param name="detail">More of it, in words.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal Task RecordAsync(
        HttpRequest request, string? said, AuditDeed deed, string subject, string? detail, CancellationToken cancellationToken)
    {
        var identity = request.Identity();
        var by = identity.IsPerson || said is null ? identity.Name : $"{said} ({identity.Name})";
        return trail.RecordAsync(by, deed, subject, detail, cancellationToken);
    }
}
