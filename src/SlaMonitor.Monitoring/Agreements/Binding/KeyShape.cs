using System.Reflection;
using SlaMonitor.Monitoring.Agreements.Format;

namespace SlaMonitor.Monitoring.Agreements.Binding;

/// <summary>A key of a section, as its type declares it.</summary>
internal sealed record KeyShape(string Name, PropertyInfo Property, KeyAttribute Key);
