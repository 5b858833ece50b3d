namespace SlaMonitor.Monitoring.Ports;

/// <summary>A page of what a store keeps, in the order of the store.</summary>
/// <typeparam name="T">What it keeps.</typeparam>
/// <param name="Kept">What is on the page.</param>
/// <param name="Next">What the next page comes after, in the store's own words; <c>null</c> where there is no other.</param>
public sealed record KeptPage<T>(IReadOnlyList<T> Kept, string? Next);
