namespace SlaMonitor.Agreements.Format;

/// <summary>Who wrote. An automation is nobody.</summary>
internal enum AuthorWord
{
    Agent,
    Customer,
}
