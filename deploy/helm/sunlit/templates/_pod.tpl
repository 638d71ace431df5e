{{- define "sunlit.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{ include "sunlit.selector" . }}
{{- end }}

{{- define "sunlit.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* What tells one Deployment's pods from another's. */}}
{{- define "sunlit.roleSelector" -}}
{{ include "sunlit.selector" .root }}
app.kubernetes.io/component: {{ .service }}
sunlit/role: {{ .role }}
{{- end }}

{{/* The image of a role: workers may be ahead of apis for the while of an upgrade. */}}
{{- define "sunlit.image" -}}
{{- $image := .root.Values.image -}}
{{- $ahead := and (eq .role "worker") .root.Values.worker.tag -}}
{{ $image.repository }}{{ if $ahead }}:{{ .root.Values.worker.tag }}{{ else if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag | default .root.Chart.AppVersion }}{{ end }}
{{- end }}

{{/* The ConfigMap with the office's profile; empty: there is none. */}}
{{- define "sunlit.officeConfigMap" -}}
{{- if .Values.office.existingConfigMap }}{{ .Values.office.existingConfigMap }}
{{- else if .Values.office.profile }}{{ .Release.Name }}-office
{{- end }}
{{- end }}

{{/* Every Deployment of a service and role: a list of { service, role, replicas, resources }, the gateway at its end. */}}
{{- define "sunlit.deployments" -}}
{{- $all := list -}}
{{- range $service, $own := .Values.services -}}
{{- range $role := list "api" "worker" -}}
{{- $of := mergeOverwrite (deepCopy (index $.Values $role)) (deepCopy (get ($own | default dict) $role | default dict)) -}}
{{- $all = append $all (dict "service" $service "role" $role "replicas" $of.replicas "resources" $of.resources) -}}
{{- end -}}
{{- end -}}
{{- $all = append $all (dict "service" "gateway" "role" "api" "replicas" .Values.gateway.replicas "resources" .Values.gateway.resources) -}}
{{- toYaml (dict "items" $all) -}}
{{- end }}

{{/* The name of a service and role: the gateway has one role only. */}}
{{- define "sunlit.name" -}}
{{- if eq .service "gateway" }}{{ .root.Release.Name }}-gateway{{ else }}{{ .root.Release.Name }}-{{ .service }}-{{ .role }}{{ end }}
{{- end }}

{{/* Apis and gateways may be several; a worker is never scaled. */}}
{{- define "sunlit.autoscaled" -}}
{{- if and .root.Values.autoscaling.enabled (eq .role "api") }}yes{{ end }}
{{- end }}

{{- define "sunlit.secretEnv" -}}
{{- $secret := required "stores.existingSecret is not set: name the Secret that holds eventStore, readStore, keyStore and eventBus (values.yaml has the command)." .Values.stores.existingSecret -}}
{{- range $name, $key := dict "SUNLIT_EVENT_STORE" "eventStore" "SUNLIT_READ_STORE" "readStore" "SUNLIT_KEY_STORE" "keyStore" "SUNLIT_EVENT_BUS" "eventBus" }}
- name: {{ $name }}
  valueFrom: { secretKeyRef: { name: {{ $secret }}, key: {{ $key }} } }
{{- end }}
{{- end }}
