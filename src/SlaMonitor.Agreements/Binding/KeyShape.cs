using System.Reflection;
using SlaMonitor.Agreements.Format;

namespace SlaMonitor.Agreements.Binding;

/// <summary>A key of a section, as its type declares it.</summary>
internal sealed record KeyShape(string Name, PropertyInfo Property, KeyAttribute Key);
