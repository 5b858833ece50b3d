using System.Text.Json.Serialization;

namespace SlaMonitor.Monitoring.Ingestion;

/// <summary>What became of a delivery.</summary>
/// <param name="Stored">Events that are stored now and were not before.</param>
/// <param name="Duplicates">Events that had been stored before, or came twice in the delivery.</param>
/// <param name="WithoutEffect">Events of types that are not ours: recorded, without effect.</param>
public sealed record IngestionReceipt(int Stored, int Duplicates, int WithoutEffect)
{
    /// <summary>Texts that were longer than is kept, and were cut; not said where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Clipped { get; init; }

    /// <summary>The receipt of an empty delivery.</summary>
    public static IngestionReceipt Nothing { get; } = new(0, 0, 0);

    /// <summary>One receipt for both deliveries.</summary>
    public static IngestionReceipt operator +(IngestionReceipt a, IngestionReceipt b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new(a.Stored + b.Stored, a.Duplicates + b.Duplicates, a.WithoutEffect + b.WithoutEffect) { Clipped = a.Clipped + b.Clipped };
    }
}
