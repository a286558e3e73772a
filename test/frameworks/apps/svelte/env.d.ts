/// <reference types="help-ticket-widget/svelte" />
