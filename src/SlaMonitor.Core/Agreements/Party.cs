namespace SlaMonitor.Core.Agreements;

/// <summary>One side of an agreement.</summary>
/// <param name="Name">The name in the signed text.</param>
/// <param name="Contact">The id of the <see cref="Agreements.Contact"/> who speaks for it, or <c>null</c> where none is named.</param>
public sealed record Party(string Name, string? Contact);
