namespace SlaMonitor.Agreements;

/// <summary>An agreement file as it was found, before anything is known of it.</summary>
/// <param name="Name">What errors call it; a path, if it has one. Files that it names are looked for beside it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AgreementText(string Name, ReadOnlyMemory<byte> Content);
