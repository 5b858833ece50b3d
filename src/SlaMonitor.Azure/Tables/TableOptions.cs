using System.ComponentModel.DataAnnotations;

namespace SlaMonitor.Azure.Tables;

/// <summary>The section <c>Tables</c> of the settings.</summary>
public sealed class TableOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Tables";

    /// <summary>
    /// Over how many partitions the due index is spread, 1 to 256; 16 unless set. An evaluation costs at least one request for each; a
    /// partition of Table storage takes about 2,000 writes a second. It may be raised at any time. It must never be lowered: what the
    /// higher shards hold would not be read any more.
    /// </summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 16;
}
