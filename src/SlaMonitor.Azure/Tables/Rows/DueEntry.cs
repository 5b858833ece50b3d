using Azure;
using NodaTime;

namespace SlaMonitor.Azure.Tables.Rows;

/// <summary>Where a ticket's row of the due index is, and which writing of it.</summary>
internal sealed record DueEntry(string Shard, Instant Due, ETag Tag);
